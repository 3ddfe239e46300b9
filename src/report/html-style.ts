/** Light or dark as the reader's system is, and black on white on paper. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --paper: #ffffff; --shade: #f3f5f7; --faint: #4d555e; --line: #cdd3da; --link: #0a4fa0;
  --good: #0a5c2b; --bad: #a3001c; --unsure: #6e4200;
  --good-back: #e7f5ec; --bad-back: #fdeef0; --unsure-back: #fdf3e0; --mark: #ffe58a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8eaed; --paper: #15181b; --shade: #1e2327; --faint: #b3bac2; --line: #454c54; --link: #9cc7ff;
    --good: #8fdcaa; --bad: #ffa8a8; --unsure: #f5c978;
    --good-back: #14301f; --bad-back: #3a1b1f; --unsure-back: #352a14; --mark: #5b4a00;
  }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.55 system-ui, sans-serif; }
header, main { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
main { padding-bottom: 4rem; }
header p { margin: 0.25rem 0 0; color: var(--faint); }
h1, h2, h3, h4 { line-height: 1.3; margin: 2.5rem 0 0.75rem; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.15rem; font-weight: 600; color: var(--faint); }
h2 { font-size: 1.7rem; margin-top: 3rem; }
h3 { font-size: 1.3rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
h4 { font-size: 1.05rem; margin-top: 1.5rem; }
p, li, dd { max-width: 46rem; overflow-wrap: anywhere; }
p { margin: 0.6rem 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: 0.5rem; top: -6rem; padding: 0.5rem 1rem; background: var(--paper); border: 2px solid var(--link); }
.skip:focus { top: 0.5rem; }
code { font: 0.9em/1.5 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
p code, li code, td code, th code, dd code, summary code { background: var(--shade); padding: 0.1em 0.3em; border-radius: 3px; }
.good { color: var(--good); }
.bad { color: var(--bad); }
.unsure { color: var(--unsure); }
span.bad, span.unsure { font-weight: 700; }

section.app, article.finding { color: inherit; }
section.app { margin-top: 2.5rem; }
section.app + section.app { padding-top: 1rem; border-top: 3px solid var(--line); }
section.app > h2 { margin-top: 0; }
dl { margin: 0.5rem 0 1.5rem; padding: 0.5rem 1.25rem; border: 1px solid var(--line); border-left: 0.5rem solid var(--line); border-radius: 6px; background: var(--shade); }
section.good > dl { border-left-color: var(--good); }
section.bad > dl { border-left-color: var(--bad); }
section.unsure > dl { border-left-color: var(--unsure); }
dl div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1.25rem; padding: 0.3rem 0; }
dt { color: var(--faint); }
dd { margin: 0; }
dl div:first-child dd { font-size: 1.2rem; font-weight: 700; line-height: 1.35; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 1rem 0; padding: 0; list-style: none; }

article.finding { margin: 1.25rem 0; padding: 0.25rem 1.25rem 0.75rem; border: 1px solid var(--line); border-left: 0.35rem solid var(--line); border-radius: 6px; }
article.bad { border-left-color: var(--bad); }
article.unsure { border-left-color: var(--unsure); }
article p > .bad, article p > .unsure { padding: 0.05rem 0.5rem; border: 1px solid; border-radius: 4px; }
article p > .bad { background: var(--bad-back); }
article p > .unsure { background: var(--unsure-back); }
article h3, article h4 { margin: 0.75rem 0 0.25rem; border: 0; padding: 0; font-size: 1.05rem; }

.code { margin: 0.75rem 0; padding: 0.5rem 0; white-space: normal; background: var(--shade); border: 1px solid var(--line); border-radius: 6px; }
.line { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); padding-right: 0.75rem; color: var(--ink); text-decoration: none; }
.line code { white-space: pre-wrap; tab-size: 4; }
.number, .sign { text-align: right; padding-right: 1rem; color: var(--faint); white-space: pre-wrap; font: 0.9em/1.5 ui-monospace, monospace; }
.number { -webkit-user-select: none; user-select: none; }
.meant .number { color: var(--ink); font-weight: 700; }
mark { color: var(--ink); background: var(--mark); border-radius: 2px; }
.diff .line { grid-template-columns: 2.25rem minmax(0, 1fr); }
ins.line { background: var(--good-back); }
del.line { background: var(--bad-back); }
.told code { color: var(--faint); }
details { margin: 0.75rem 0; }
summary { cursor: pointer; overflow-wrap: anywhere; padding: 0.2rem 0; }
details .code { margin: 0.25rem 0; }
pre:not(.code) { padding: 0.5rem 0.75rem; white-space: pre-wrap; background: var(--shade); border: 1px solid var(--line); border-radius: 6px; }

.chain { list-style: none; margin: 1rem 0; padding: 0; }
.chain li { position: relative; max-width: none; padding: 0.2rem 0 0.2rem 2rem; }
.chain li::before { content: ""; z-index: 1; print-color-adjust: exact; -webkit-print-color-adjust: exact; position: absolute; left: 0.35rem; top: 0.55rem; width: 0.8rem; height: 0.8rem; border: 2px solid var(--faint); border-radius: 50%; background: var(--paper); }
.chain li:not(:last-child)::after { content: ""; position: absolute; left: 0.69rem; top: 1.35rem; bottom: -0.55rem; border-left: 2px solid var(--line); }
.chain .wins::before { border-color: var(--good); background: var(--good); }
.chain .may-win::before { border-color: var(--unsure); border-style: dashed; }
.chain strong { display: inline-block; padding: 0 0.5rem; border: 1px solid; border-radius: 4px; font-weight: 600; }
.chain .good { background: var(--good-back); }
.chain .unsure { background: var(--unsure-back); border-style: dashed; }
.chain strong code { background: none; padding: 0; }

.tasks { list-style: none; padding: 0; }
.tasks li { margin: 0.5rem 0; padding-left: 6rem; position: relative; }
.state { position: absolute; left: 0; width: 5.25rem; text-align: center; font-size: 0.85rem; font-weight: 600; border: 1px solid; border-radius: 4px; }

.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: 0.95rem; min-width: min(100%, 36rem); }
caption { text-align: left; color: var(--faint); padding-bottom: 0.4rem; }
th code, td code { overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem; border: 1px solid var(--line); }
thead th { background: var(--shade); }
tbody th { font-weight: 600; }

@media (max-width: 40rem) {
  header, main { padding-left: 0.75rem; padding-right: 0.75rem; }
  h2 { font-size: 1.4rem; }
  dl, article.finding { padding-left: 0.75rem; padding-right: 0.75rem; }
  dl div { grid-template-columns: minmax(0, 1fr); }
  .line { grid-template-columns: 2.5rem minmax(0, 1fr); padding-right: 0.35rem; }
  .number { padding-right: 0.5rem; }
  .tasks li { padding-left: 0; }
  .state { position: static; display: inline-block; width: auto; padding: 0 0.5rem; }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000000; --paper: #ffffff; --shade: #ffffff; --faint: #333333; --line: #777777; --link: #000000;
    --good: #000000; --bad: #000000; --unsure: #000000;
    --good-back: #ffffff; --bad-back: #ffffff; --unsure-back: #ffffff; --mark: #ffffff;
  }
  body { font-size: 10.5pt; }
  header, main { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  h2, h3, h4, summary, caption { break-after: avoid; }
  tr, li, .line, dl { break-inside: avoid; }
  .wide { overflow: visible; }
  th, td { overflow-wrap: anywhere; }
  mark { text-decoration: underline; text-decoration-thickness: 2px; font-weight: 700; }
  ins.line code { font-weight: 700; }
  del.line code { text-decoration: line-through; }
  details::details-content { content-visibility: visible; display: block; }
}
`;

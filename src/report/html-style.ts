/** Light or dark as the reader's system is, and black on white on paper. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --ink: #1c1e21; --paper: #ffffff; --faint: #54595f; --line: #c4c9cf; --shade: #f1f3f5;
  --good: #0a5c2b; --bad: #a3001c; --unsure: #734600;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e9ebee; --paper: #15181b; --faint: #b0b7bf; --line: #4a5159; --shade: #21262b;
    --good: #8fdcaa; --bad: #ffa3a3; --unsure: #f5c978;
  }
}
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 0.5em; overflow-wrap: anywhere; }
h1 { margin-top: 0; font-size: 1.9rem; }
h2 { font-size: 1.5rem; padding-top: 0.75em; border-top: 2px solid var(--line); }
h3 { font-size: 1.2rem; }
h4 { font-size: 1.05rem; }
p, li { max-width: 46rem; overflow-wrap: anywhere; }
code { font: 0.92em ui-monospace, monospace; background: var(--shade); padding: 0.1em 0.3em; border-radius: 3px; }
.wide { overflow-x: auto; margin: 1em 0; }
.wide:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
table { border-collapse: collapse; }
caption { text-align: left; color: var(--faint); padding-bottom: 0.4em; }
th, td { text-align: left; vertical-align: top; padding: 0.4em 0.8em; border: 1px solid var(--line); }
thead th { background: var(--shade); }
tbody th { font-weight: 600; }
.good { color: var(--good); }
.bad { color: var(--bad); font-weight: 700; }
.unsure { color: var(--unsure); font-weight: 700; }
@media print {
  :root {
    color-scheme: light;
    --ink: #000000; --paper: #ffffff; --faint: #333333; --line: #777777; --shade: #ffffff;
    --good: #000000; --bad: #000000; --unsure: #000000;
  }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  h2, h3, h4 { break-after: avoid; }
  th, td { overflow-wrap: anywhere; }
  tr, li { break-inside: avoid; }
}
`;

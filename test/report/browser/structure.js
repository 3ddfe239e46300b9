// What a screen reader goes by, as the browser has it; runs in the page.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const ids = all('[id]').map(({ id }) => id);
  return {
    language: document.documentElement.lang,
    title: document.title,
    headings: all('h1, h2, h3, h4, h5, h6').map(({ tagName, textContent }) => [Number(tagName[1]), textContent.trim()]),
    landmarks: ['header', 'main'].map((name) => all(`body > ${name}`).length),
    contentInHeader: all('header > :not(h1, p)').length,
    unnamedNavigation: all('nav:not([aria-label])').length,
    idsTwice: ids.filter((id, index) => ids.indexOf(id) !== index),
    brokenLinks: all('a').flatMap((link) => {
      const to = link.getAttribute('href') ?? '';
      return to.startsWith('#') && document.getElementById(to.slice(1)) !== null ? [] : [to];
    }),
    headsWithoutScope: all('th:not([scope])').length,
    tablesWithoutCaption: all('table').filter(({ caption }) => caption === null || caption.textContent.trim() === '')
      .length,
    rowsOfOtherLength: all('tbody tr').filter(
      (row) => row.cells.length !== row.closest('table').tHead.rows[0].cells.length,
    ).length,
    notItems: all('ul > :not(li), ol > :not(li)').length,
    emptyLists: all('ul, ol, dl').filter(({ children }) => children.length === 0).length,
    active: all('script, iframe, object, embed, form, img, link, base, [style]').length,
    handlers: all('*').filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})();

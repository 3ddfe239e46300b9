// Every text with the colours it really has, by the contrast of WCAG 2; runs in the page.
(() => {
  const parse = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  };
  const luminance = ({ red, green, blue }) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.alpha === 1) return color;
      if (color.alpha !== 0) throw new Error(`a colour that lets another through: ${at.outerHTML.slice(0, 80)}`);
    }
    throw new Error('nothing behind a text');
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const measured = new Map();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (texts.currentNode.data.trim() === '' || !element.checkVisibility()) continue;
    const [ink, paper] = [parse(getComputedStyle(element).color), behind(element)];
    const [dark, light] = [luminance(ink), luminance(paper)].sort((a, b) => a - b);
    const contrast = (light + 0.05) / (dark + 0.05);
    const what = `${element.tagName.toLowerCase()}.${element.className}`;
    measured.set(what, Math.min(contrast, measured.get(what) ?? Infinity));
  }
  return [...measured];
})();

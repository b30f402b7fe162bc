// xterm puts its colours into <style> elements, which a strict Content-Security-Policy ignores: it runs,
// but black on black and without a cursor. While xterm opens, it is handed a stand-in whose text goes
// into a constructable stylesheet; those are the page's own and allowed.

/** Runs `open` with `document.createElement('style')` replaced. Returns what takes the stylesheets away again. */
export function withStyleSheets(open: () => void): () => void {
  const sheets: CSSStyleSheet[] = [];
  const create = document.createElement;
  const replacement = function (this: Document, name: string, options?: ElementCreationOptions): HTMLElement {
    return name === 'style' ? standIn(sheets) : create.call(this, name, options);
  };
  document.createElement = replacement as typeof document.createElement;
  try {
    open();
  } finally {
    document.createElement = create;
  }
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
}

function standIn(sheets: CSSStyleSheet[]): HTMLElement {
  const sheet = new CSSStyleSheet();
  sheets.push(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const element = document.createElement('span');
  element.hidden = true;
  Object.defineProperty(element, 'textContent', { set: (text: string) => sheet.replaceSync(text) });
  return element;
}

/** What a page says at one place: text that is seen, or that is read out. */
export interface Said {
  readonly text: string;
  /** The classes of the elements around it, outermost first: where to look. */
  readonly where: string;
}

const SPOKEN_ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];

/** Everything that an element says: its own texts in one, and the words it has for those who listen. */
export function textsOf(root: Element): Said[] {
  const out: Said[] = [];
  const visit = (element: Element, around: string): void => {
    const where = `${around} ${element.tagName.toLowerCase()}.${element.className}`;
    for (const name of SPOKEN_ATTRIBUTES) {
      const text = element.getAttribute(name);
      if (text !== null) out.push({ text, where: `${where} @${name}` });
    }
    const own = [...element.childNodes]
      .filter((node) => node.nodeType === 3)
      .map((node) => node.textContent ?? '')
      .join('');
    if (own.trim() !== '') out.push({ text: own, where });
    for (const child of element.children) visit(child, where);
  };
  visit(root, '');
  return out;
}

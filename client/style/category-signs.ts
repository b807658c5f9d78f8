import type { Category } from '../../shared/world/machine/category.ts';

/** Side of the square in which a category's sign is drawn. */
export const SIGN_SIDE = 12;

/** The lines of each sign, as SVG has them: a rack, somebody who sits there, a package, a chip. */
export const CATEGORY_SIGNS: Readonly<Record<Category, string>> = {
  server: 'M1.5 1.5h9v3.8h-9zM1.5 6.7h9v3.8h-9zM3.6 3.4h.6M3.6 8.6h.6',
  desktop:
    'M6 5.6a2.2 2.2 0 1 0 0-4.4a2.2 2.2 0 0 0 0 4.4zM1.5 11c0-2.4 2-3.5 4.5-3.5s4.5 1.1 4.5 3.5z',
  application: 'M6 .9 10.7 3.4v5.2L6 11.1 1.3 8.6V3.4zM1.3 3.4 6 5.9l4.7-2.5M6 5.9v5.2',
  hardware: 'M3 3h6v6H3zM4.7 3V1M7.3 3V1M4.7 11V9M7.3 11V9M3 4.7H1M3 7.3H1M11 4.7H9M11 7.3H9',
};

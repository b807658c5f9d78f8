import type { BlueView } from '../view.ts';

/** Arguments of an order, as far as something settles them: `{host: 2}`, `{segment: 1, setting: 'reject-all'}`. */
export type About = Readonly<Record<string, number | string>>;

/**
 * Something that defenders can see in their view and that calls for an order.
 * @returns what an order that answers it must be about, once for each place where it is to be seen
 */
export type Sign = (view: BlueView) => readonly About[];

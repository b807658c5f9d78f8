/** More than these are smaller, and stand in rows. */
const MANY = 20;

interface CellsProps {
  /** So many are the start, so many could fall with it, so many could fall but for what is changed. */
  readonly start: number;
  readonly fallen: number;
  readonly spared?: number;
  readonly all: number;
}

/** VMs as cells: what it begins with, what could fall, what a change spares, and the rest. */
export function Cells({ start, fallen, spared = 0, all }: CellsProps) {
  const kinds = Array.from({ length: all }, (_, i) => {
    if (i < start) return 'start';
    if (i < fallen) return 'fallen';
    return i < fallen + spared ? 'spared' : 'rest';
  });
  return (
    <span class={`cells${all > MANY ? ' many' : ''}`} aria-hidden="true">
      {kinds.map((kind, i) => (
        <i key={i} class={`cell ${kind}`} />
      ))}
    </span>
  );
}

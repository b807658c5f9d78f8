import type { KeyShape } from '../../../shared/view/trust.ts';
import { CORNERS } from '../../map/drawing/seals.ts';

/** The bow of a key: its shape is the secret. */
export function KeySign({ shape }: { shape: KeyShape }) {
  const points = CORNERS[shape].map(([x, y]) => `${(x * 7).toFixed(1)},${(y * 7).toFixed(1)}`);
  return (
    <svg class="key-sign" viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">
      {points.length === 0 ? <circle r="6.2" /> : <polygon points={points.join(' ')} />}
    </svg>
  );
}

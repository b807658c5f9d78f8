import { rowsOf } from '../../shared/view/reading.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { TenantBadge } from '../parts/tenant-badge.tsx';

/** What the colours on the map mean, in the layer that is shown. */
export function Legend() {
  const { view, layer } = useGame();
  if (view.value === null) return null;
  return (
    <ul class="legend">
      {layer.value === 'network' ? (
        <Zones view={view.value} />
      ) : (
        <Tenants view={view.value} residue={layer.value === 'memory'} />
      )}
    </ul>
  );
}

/** The zones that anyone is in: a policy names more. */
function Zones({ view }: { view: BlueView }) {
  const { words } = useApp();
  const lived = new Set(rowsOf(view, 'vms').map(({ zone }) => zone));
  return (
    <>
      {rowsOf(view, 'zones')
        .filter(({ id }) => lived.has(id))
        .map((zone) => (
          <li key={zone.id}>
            <span class={`swatch zone-${zone.name}`} />
            {words.say(`names.zones.${zone.name}`)}
          </li>
        ))}
    </>
  );
}

function Tenants({ view, residue }: { view: BlueView; residue: boolean }) {
  const { words } = useApp();
  return (
    <>
      {rowsOf(view, 'tenants').map((tenant) => (
        <li key={tenant.id}>
          <TenantBadge tenant={tenant} />
          {words.say(`names.tenants.${tenant.name}.name`)}
        </li>
      ))}
      {residue && rowsOf(view, 'vms').some(({ merged }) => merged.length > 0) && (
        <li>
          <span class="swatch banded" />
          {words.say('ui.match.mergedPage')}
        </li>
      )}
      {residue && (
        <li>
          <span class="swatch hatched" />
          {words.say('ui.match.residue')}
        </li>
      )}
    </>
  );
}

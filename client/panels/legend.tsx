import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { TenantBadge } from '../parts/tenant-badge.tsx';
import { rowsOf } from '../state/rows.ts';

/** What the colours on the map mean, in the layer that is shown. */
export function Legend() {
  const { words } = useApp();
  const { view, layer } = useGame();
  if (view.value === null) return null;
  if (layer.value === 'network') {
    return (
      <ul class="legend">
        {rowsOf(view.value, 'zones').map((zone) => (
          <li key={zone.id}>
            <span class={`swatch zone-${zone.name}`} />
            {words.say(`names.zones.${zone.name}`)}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul class="legend">
      {rowsOf(view.value, 'tenants').map((tenant) => (
        <li key={tenant.id}>
          <TenantBadge tenant={tenant} />
          {words.say(`names.tenants.${tenant.name}.name`)}
        </li>
      ))}
      {layer.value === 'memory' && (
        <li>
          <span class="swatch hatched" />
          {words.say('ui.match.residue')}
        </li>
      )}
    </ul>
  );
}

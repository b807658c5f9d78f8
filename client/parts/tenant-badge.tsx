import type { TenantRow } from '../../shared/view/rows.ts';
import { useApp } from '../app-context.ts';

/** A tenant's colour, always with its letter: colour is never the only sign. */
export function TenantBadge({
  tenant,
  large = false,
}: {
  tenant: TenantRow | null;
  large?: boolean;
}) {
  const { words } = useApp();
  if (tenant === null) return null;
  return (
    <span
      class={`badge tenant-${tenant.name}${large ? ' large' : ''}`}
      title={words.say(`names.tenants.${tenant.name}.name`)}
    >
      {words.say(`names.tenants.${tenant.name}.letter`)}
    </span>
  );
}

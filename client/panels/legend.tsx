import { asks } from '../../shared/commands/badges.ts';
import { nests } from '../../shared/mechanics/processor/nesting.ts';
import { falseGateways, onTrunk } from '../../shared/view/network/ports.ts';
import { categoriesIn, rowsOf } from '../../shared/view/reading.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { isOwn } from '../../shared/world/machine/card.ts';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { CategorySign, LineSign } from '../parts/category-sign.tsx';
import { TenantBadge } from '../parts/tenant-badge.tsx';
import { GATEWAY_SIGN } from '../style/gateway-sign.ts';

/** At the foot of a VM: down onto the disk. */
const TO_DISK = 'M6 1v6.4M3 4.6 6 7.6l3-3M1.5 11h9';

/** What the colours on the map mean, in the layer that is shown. */
export function Legend() {
  const { view, layer } = useGame();
  if (view.value === null) return null;
  return (
    <ul class="legend">
      {layer.value === 'network' ? (
        <>
          <Zones view={view.value} />
          <Ports view={view.value} />
        </>
      ) : layer.value === 'trust' ? (
        <Trusted />
      ) : (
        <Tenants view={view.value} residue={layer.value === 'memory'} />
      )}
      {layer.value === 'compute' && <Categories view={view.value} />}
      <Forms view={view.value} />
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

/** What a port can be beside one of its zone's, where there is one to be seen. */
function Ports({ view }: { view: BlueView }) {
  const { words } = useApp();
  return (
    <>
      {rowsOf(view, 'vms').some((vm) => onTrunk(view, vm)) && (
        <li>
          <span class="swatch trunk" />
          {words.say('ui.match.trunkPort')}
        </li>
      )}
      {falseGateways(view).size > 0 && (
        <li>
          <LineSign name="gateway" path={GATEWAY_SIGN} />
          {words.say('ui.match.falseGateway')}
        </li>
      )}
    </>
  );
}

/** Signs of categories, where there are several to be told apart. */
function Categories({ view }: { view: BlueView }) {
  const { words } = useApp();
  return (
    <>
      {categoriesIn(view).map((category) => (
        <li key={category}>
          <CategorySign category={category} />
          {words.say(`ui.match.categories.${category}`)}
        </li>
      ))}
    </>
  );
}

/** What a rim, a seal and a number say in the layer of trust. */
function Trusted() {
  const { words } = useApp();
  return (
    <>
      {(['begins', 'couldFall', 'fallen'] as const).map((name) => (
        <li key={name}>
          <span class={`swatch blast-${name}`} />
          {words.say(`ui.trust.${name}`)}
        </li>
      ))}
      {(['proven', 'no-tpm', 'broken'] as const).map((kind) => (
        <li key={kind}>
          <span class={`swatch seal ${kind}`} />
          {words.say(
            kind === 'no-tpm'
              ? 'ui.trust.integrityShort.unproven'
              : `ui.trust.integrityShort.${kind}`,
          )}
        </li>
      ))}
    </>
  );
}

/** Forms that mean the same in every layer, where there is one to be seen. */
function Forms({ view }: { view: BlueView }) {
  const { words } = useApp();
  const vms = rowsOf(view, 'vms');
  const passed = vms.some(({ card }) => isOwn(card));
  // Of a host of which nothing is told neither the gate nor what is in a guest is drawn.
  const told = rowsOf(view, 'hosts').some(({ build }) => build > 0);
  const moving = vms.filter(({ movingTo, technique }) => movingTo !== 0 && technique !== 'native');
  const moves = moving.some(({ moveEncrypted }) => !moveEncrypted);
  const sealed = moving.some(({ moveEncrypted }) => moveEncrypted);
  const forms = [
    passed && (['double', 'ownDevice'] as const),
    told && (passed || asks(view, 'passes-devices')) && (['gated', 'gate'] as const),
    told &&
      rowsOf(view, 'hosts').some(({ overcommit }) => overcommit) &&
      (['promised', 'overcommit'] as const),
    vms.some(({ swapped }) => swapped > 0) && (['to-disk', 'swapped'] as const),
    told && vms.some(nests) && (['nested', 'innerGuest'] as const),
    moves && asks(view, 'plain-migration') && (['open-way', 'plainMove'] as const),
    sealed && (['sealed-way', 'sealedMove'] as const),
  ].filter((form) => form !== false);
  return (
    <>
      {forms.map(([swatch, name]) => (
        <li key={name}>
          {swatch === 'to-disk' ? (
            <LineSign name={swatch} path={TO_DISK} />
          ) : (
            <span class={`swatch ${swatch}`} />
          )}
          {words.say(`ui.match.${name}`)}
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
      {residue && rowsOf(view, 'hosts').some(({ logBlocks }) => logBlocks.length > 0) && (
        <li>
          <span class="swatch lined" />
          {words.say('ui.match.logBlock')}
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

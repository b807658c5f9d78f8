import { entailedBy } from '../../../shared/attacks/entailed.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { categoryOf, requirementsOf } from '../../../shared/world/machine/category.ts';
import { useApp } from '../../app-context.ts';
import { Fact } from './subject.tsx';

/** Its category, what its work cannot do without, and which attacks that leaves possible. */
export function CategoryFact({ vm }: { vm: VmRow }) {
  const { words } = useApp();
  const category = categoryOf(vm.workload);
  return (
    <Fact name="category" wide>
      {words.say(`names.categories.${category}`)}
      <small>{words.say(`names.categoriesMeant.${category}`)}</small>
      <Entailed vm={vm} />
    </Fact>
  );
}

/** A machine of its own is no VM: there is no other way of running it to compare it with. */
function Entailed({ vm }: { vm: VmRow }) {
  const { words } = useApp();
  if (vm.technique === 'native') return null;
  const listed = (names: readonly string[]): string => names.join(' · ');
  const needs = requirementsOf(vm.workload).map((one) => words.say(`names.requirements.${one}`));
  const attacks = entailedBy(vm.workload).map((id) => words.say(`attacks.${id}.name`));
  const values = { needs: listed(needs), attacks: listed(attacks) };
  const key = needs.length === 0 ? 'needsNothing' : attacks.length === 0 ? 'needsOnly' : 'needsOf';
  return <small>{words.say(`ui.inspector.${key}`, values)}</small>;
}

import { NONE, seconds } from '../ids.ts';
import type { VmPlan } from '../machine/vm.ts';
import type { Rule } from '../network.ts';
import type { ScenarioPlan, ScenarioRule } from './schema.ts';

export type Named = 'zone' | 'tenant' | 'asset' | 'image' | 'flaw';

/** What the names of a scenario stand for in the world that is made of it. */
export class Names {
  private readonly ids = new Map<string, number>();

  set(kind: Named, name: string, id: number): void {
    this.ids.set(`${kind}:${name}`, id);
  }

  /** The id behind a name. The schema has checked that every name is borne by something. */
  id<Kind extends number>(kind: Named, name: string): Kind {
    return (this.ids.get(`${kind}:${name}`) ?? NONE) as Kind;
  }

  plan(plan: ScenarioPlan): VmPlan {
    return {
      workload: plan.workload,
      zone: this.id('zone', plan.zone),
      asset: this.id('asset', plan.asset),
      image: this.id('image', plan.image),
      frames: plan.frames,
      fills: plan.fills,
      blocks: plan.blocks,
      blockFills: plan.blockFills,
      demand: plan.demand,
      lease: seconds(plan.lease),
    };
  }

  rule({ from, to, service, allow }: ScenarioRule): Rule {
    return {
      from: from === 'any' ? NONE : this.id('zone', from),
      to: to === 'any' ? NONE : this.id('zone', to),
      service,
      allow,
    };
  }
}

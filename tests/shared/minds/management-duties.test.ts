import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, type Match, stepMatch } from '../../../shared/match/match.ts';
import { raise } from '../../../shared/mechanics/sensors/raise.ts';
import type { Duty } from '../../../shared/minds/defenders/duties/duty.ts';
import {
  changePasswords,
  guardServer,
  recordLogins,
  restoreFiles,
  restrictManagement,
  stopServices,
} from '../../../shared/minds/defenders/duties/management.ts';
import { contain } from '../../../shared/minds/defenders/duties/response.ts';
import { id } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

/** What a duty wishes in the scenario about consoles, as it is changed. */
function wished(duty: Duty, change: (match: Match) => void = () => undefined): unknown[] {
  const match = createMatch(scenarios['open-console']!, 1);
  for (let i = 0; i < 10; i += 1) stepMatch(match, [], { think: false });
  change(match);
  return duty
    .wishes(blueOf(match))
    .map(({ command, args }) => [command, args.host ?? args.vm, args.service].filter(Boolean));
}

/** No host is reached from any other zone. */
const shut = ({ world }: Match): void => {
  for (const host of world.hosts) if (host) Object.assign(host, { managedFrom: [] });
};

describe('what the expert does about how hosts are managed', () => {
  test('what listens and is reached is stopped, and reached no more', () => {
    expect(wished(stopServices)).toEqual([
      ['stop-service', 1, 'slp'],
      ['stop-service', 1, 'ssh'],
      ['stop-service', 2, 'ssh'],
      ['stop-service', 3, 'ssh'],
    ]);
    expect(wished(stopServices, shut)).toEqual([]);
    expect(wished(restrictManagement)).toEqual([
      ['restrict-management', 1],
      ['restrict-management', 2],
      ['restrict-management', 3],
    ]);
    expect(wished(restrictManagement, shut)).toEqual([]);
  });

  test('the way to the management server is shut, and it is patched once there is a patch', () => {
    const published = ({ world }: Match): void => {
      Object.assign(world.flaws.find((flaw) => flaw?.name === 'vcenter-upload')!, { public: true });
    };
    expect(wished(guardServer)).toEqual([['restrict-server']]);
    expect(wished(guardServer, published)).toEqual([['restrict-server'], ['patch-server']]);
    const done = (match: Match): void => {
      published(match);
      Object.assign(match.world.policies[1]!, { serverFrom: [], serverBuild: 30 });
    };
    expect(wished(guardServer, done)).toEqual([]);
  });

  test('where passwords are tried they are changed, and who tries from a VM is shut off', () => {
    const tried = (match: Match): void => {
      raise(match, 'S1', { host: id(3), vm: id(7) }, { kind: 'ssh-burst' }, []);
    };
    expect(wished(changePasswords)).toEqual([]);
    expect(wished(changePasswords, tried)).toEqual([['rotate-credentials', 3]]);
    expect(wished(contain, tried)).toEqual([['quarantine-vm', 7]]);
  });

  test('logins are recorded where nobody hears of them, while there is money', () => {
    expect(wished(recordLogins)).toEqual([['forward-host-log', 3]]);
    expect(wished(recordLogins, ({ world }) => Object.assign(world, { credits: 50 }))).toEqual([]);
  });

  test('VMs whose files were encrypted are made anew', () => {
    expect(wished(restoreFiles)).toEqual([]);
    const gone = ({ world }: Match): void => {
      Object.assign(world.vms[2]!, { power: 'stopped', ransomed: true });
    };
    expect(wished(restoreFiles, gone)).toEqual([['rebuild-vm', 2]]);
  });
});

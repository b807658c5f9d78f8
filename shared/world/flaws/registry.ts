import type { ServiceName } from '../network.ts';
import { cipherTiming } from './cipher-timing.ts';
import { fsContext } from './fs-context.ts';
import { guestPrivilege } from './guest-privilege.ts';
import { memoryExchange } from './memory-exchange.ts';
import { pteFastpath } from './pte-fastpath.ts';
import { queueDeserialisation } from './queue-deserialisation.ts';
import type { FlawRecord } from './record.ts';
import { scrubTlb } from './scrub-tlb.ts';
import { shellshock } from './shellshock.ts';
import { superpage } from './superpage.ts';
import { venom } from './venom.ts';
import { xhciUaf } from './xhci-uaf.ts';

const RECORDS = [
  venom,
  xhciUaf,
  superpage,
  pteFastpath,
  memoryExchange,
  scrubTlb,
  fsContext,
  guestPrivilege,
  shellshock,
  queueDeserialisation,
  cipherTiming,
] as const satisfies readonly FlawRecord[];

export type FlawName = (typeof RECORDS)[number]['name'];

export const FLAW_NAMES: readonly FlawName[] = RECORDS.map(({ name }) => name);

/** Every flaw, by name. */
export const flaws = Object.fromEntries(
  RECORDS.map((record) => [record.name, record]),
) as unknown as Readonly<Record<FlawName, FlawRecord>>;

const ofServices = new Map(
  FLAW_NAMES.flatMap((name) => {
    const { service } = flaws[name];
    return service === undefined ? [] : [[service, name] as const];
  }),
);

/** The flaw by which a service of that kind is broken into, or `null`. */
export const serviceFlaw = (service: ServiceName): FlawName | null =>
  ofServices.get(service) ?? null;

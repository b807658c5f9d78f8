import type { ServiceName } from '../network.ts';
import { backupDeserialisation } from './backup-deserialisation.ts';
import { cipherTiming } from './cipher-timing.ts';
import { pcnetLoopback } from './devices/pcnet-loopback.ts';
import { rtl8139Offload } from './devices/rtl8139-offload.ts';
import { svgaBlit } from './devices/svga-blit.ts';
import { svgaShader } from './devices/svga-shader.ts';
import { venom } from './devices/venom.ts';
import { vhostLog } from './devices/vhost-log.ts';
import { vmxToctou } from './devices/vmx-toctou.ts';
import { vmxWrite } from './devices/vmx-write.ts';
import { xhciUaf } from './devices/xhci-uaf.ts';
import { exceptionLoop } from './exception-loop.ts';
import { guestPrivilege } from './guest-privilege.ts';
import { guestopsAuth } from './guestops-auth.ts';
import { dndOverflow } from './host-os/dnd-overflow.ts';
import { driveBy } from './host-os/drive-by.ts';
import { fsContext } from './host-os/fs-context.ts';
import { hgfsTraversal } from './host-os/hgfs-traversal.ts';
import { releaseAgent } from './host-os/release-agent.ts';
import { runcOverwrite } from './host-os/runc-overwrite.ts';
import { memoryExchange } from './memory-exchange.ts';
import { nestedVmcb } from './nested-vmcb.ts';
import { pteFastpath } from './pte-fastpath.ts';
import { queueDeserialisation } from './queue-deserialisation.ts';
import type { FlawRecord } from './record.ts';
import { scrubTlb } from './scrub-tlb.ts';
import { shellshock } from './shellshock.ts';
import { slpHeap } from './slp-heap.ts';
import { superpage } from './superpage.ts';
import { vcenterUpload } from './vcenter-upload.ts';

const RECORDS = [
  venom,
  xhciUaf,
  svgaBlit,
  svgaShader,
  pcnetLoopback,
  rtl8139Offload,
  vmxToctou,
  vmxWrite,
  vhostLog,
  superpage,
  pteFastpath,
  memoryExchange,
  nestedVmcb,
  exceptionLoop,
  slpHeap,
  vcenterUpload,
  backupDeserialisation,
  scrubTlb,
  fsContext,
  releaseAgent,
  runcOverwrite,
  hgfsTraversal,
  dndOverflow,
  driveBy,
  guestPrivilege,
  shellshock,
  queueDeserialisation,
  cipherTiming,
  guestopsAuth,
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

import type { CostCheck } from './check.ts';
import { DEVICES_CHECKED } from './devices.ts';
import { EXITS_CHECKED } from './exits.ts';
import { PAGE_TABLES, TLB } from './memory.ts';
import { PLATFORMS_CHECKED } from './platforms.ts';
import { PROCESSOR } from './processor.ts';
import { SECURITY } from './security.ts';

/** What each C-check is about, from the first. */
export const TITLES = [
  'Work of the CPU costs the same everywhere but in an emulator',
  'Building a kernel: native, para, translation, emulation',
  'System calls stay inside a hardware-assisted guest',
  'Page tables are what shadow paging cannot bear',
  'Packets: a card of its own, a paravirtual one, an emulated one',
  'Small packets cost more than large ones',
  'Blocks that are waited for, and blocks in a row',
  'A VM exit by the year of the CPU, and what is done about it',
  'TLB misses under nested paging, small pages and large',
  'Containers: near native, and no VM exits',
  'A guest of a guest',
  'A hostile neighbour',
  'What safety costs',
  'The lecture’s order: true of servers of 2003, turned round by 2015',
] as const;

/** Every published figure that a C-check names beside the model's (rule K2), by the check's number. */
export const CHECKS: readonly CostCheck[] = [
  ...PROCESSOR,
  ...PAGE_TABLES,
  ...TLB,
  ...DEVICES_CHECKED,
  ...EXITS_CHECKED,
  ...PLATFORMS_CHECKED,
  ...SECURITY,
].sort((a, b) => a.check - b.check);

import { asks } from '../../../shared/commands/badges.ts';
import { takesAnyMac, vfsInUse } from '../../../shared/mechanics/network/card.ts';
import { openToL1tf } from '../../../shared/view/fitness.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { mergedOn, rowOf, vmsOn } from '../../../shared/view/reading.ts';
import { isOwn } from '../../../shared/world/machine/card.ts';
import { label, type Writer } from '../drawing/labels.ts';
import type { MapTheme } from '../drawing/palette.ts';
import type { Piece } from '../drawing/piece.ts';
import { type PillLook, pill, pillType, pillWidth } from '../drawing/pills.ts';
import { told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';

interface Chip {
  readonly text: string;
  readonly look: PillLook;
}

/** The last line of a building: what the CPU can do, or what stands in the way of exits. */
export function features(sketch: Sketch, site: Site): Piece[] {
  const { theme, writer, look } = sketch;
  const { section, box } = site.lot;
  if (section.features === null) return [];
  const s = section.scale;
  const { row } = site.host;
  const y = box.y + section.features.y + section.features.h / 2;
  const lit = look.lights.features;
  const end = box.x + section.features.x + section.features.w;
  const id = `host/${row.id}/features`;
  const pieces: Piece[] = [];
  let x = box.x + section.features.x;
  const chips = look.exits
    ? guards(sketch, row)
    : [
        ...dedicated(sketch, site),
        ...hardware(writer, theme, row),
        ...gates(sketch, site),
        ...shared(sketch, site),
      ];
  chips.forEach(({ text, look: chip }, i) => {
    const w = pillWidth(writer, text, s, pillType(s));
    if (x + w > end) return;
    pieces.push(...pill(writer, text, s, chip, { id: `${id}/${i}`, x, y, lit }).pieces);
    x += w + 5 * s;
  });
  if (!look.exits) pieces.push(...tally(sketch, site, y, x + 6 * s, end));
  return pieces;
}

const chipLook = (theme: MapTheme, there: boolean): PillLook => ({
  ink: there ? theme.soft : theme.faint,
  fill: there ? theme.bar : null,
  line: there ? theme.bar : theme.line,
  round: false,
});

function hardware({ say }: Writer, theme: MapTheme, row: HostRow): Chip[] {
  const has: readonly (readonly [string, boolean])[] = [
    [say(row.vendor === 'amd' ? 'ui.map.svm' : 'ui.map.vtx'), row.virtualisationExtension],
    [say(row.vendor === 'amd' ? 'ui.map.npt' : 'ui.map.ept'), row.nestedPaging],
    ...(row.overcommit ? [[say('ui.map.overcommits'), true] as const] : []),
    ...(row.exitMerging ? [[say('ui.map.exitsMerged'), true] as const] : []),
    ...(row.nested ? [[say('ui.map.nests'), true] as const] : []),
  ];
  return has.map(([feature, there]) => ({
    text: there ? feature : say('ui.map.without', { feature }),
    look: chipLook(theme, there),
  }));
}

/** What keeps devices from the machine and from each other, where an order is about it and it is not drawn. */
function gates({ writer: { say }, theme, facts }: Sketch, { host: { row }, lot }: Site): Chip[] {
  if (!told(row) || !asks(facts.view, 'passes-devices') || row.remaps === 'nothing') return [];
  const chip = (key: string, there: boolean, matters: boolean): Chip => {
    const ink = there ? theme.good : matters ? theme.warn : theme.faint;
    const feature = say(`ui.map.${key}`);
    const text = there ? feature : say('ui.map.without', { feature });
    return { text, look: { ink, fill: null, line: ink, round: false } };
  };
  const own = vmsOn(facts.view, row.id).some(({ card }) => isOwn(card));
  const functions = vfsInUse(facts.view.tables.vms, row.id) > 0;
  return [
    ...(lot.section.gate === null
      ? [chip('iommu', row.iommu, own), chip('intRemap', row.interruptRemapping, own)]
      : []),
    ...(row.vfs > 0 ? [chip('spoofCheck', !takesAnyMac(row), functions)] : []),
  ];
}

/** For whom it is set apart: before all else, since there it is not to be missed. */
function dedicated({ writer: { say }, theme, facts }: Sketch, { host: { row } }: Site): Chip[] {
  const whose = rowOf(facts.view, 'dedications', row.id)?.tenant ?? 0;
  if (whose === 0) return [];
  const name = rowOf(facts.view, 'tenants', whose)?.name ?? '';
  const text = say('ui.map.dedicated', { tenant: say(`names.tenants.${name}.name`) });
  return [{ text, look: { ink: theme.good, fill: null, line: theme.good, round: false } }];
}

/** What its guests have in common below them, where there is an order against it and it is not drawn. */
function shared({ writer: { say }, theme, facts }: Sketch, { host: { row }, lot }: Site): Chip[] {
  if (!told(row) || !asks(facts.view, 'shares-hardware')) return [];
  const open: PillLook = { ink: theme.warn, fill: null, line: theme.warn, round: false };
  const closed: PillLook = { ink: theme.good, fill: null, line: theme.good, round: false };
  const l1tf = openToL1tf(row);
  const kept = row.l1Flush && !row.smt;
  const count = mergedOn(facts.view, row.id);
  const leak: Chip[] = l1tf ? [{ text: say('ui.map.l1tf'), look: kept ? closed : open }] : [];
  if (lot.section.strip !== null) return leak;
  return [
    ...(row.smt ? [{ text: say('ui.map.smt'), look: chipLook(theme, true) }] : []),
    ...leak,
    ...(row.dedup ? [{ text: say('ui.map.merges', { count }), look: open }] : []),
    ...(row.cachePartition ? [{ text: say('ui.map.parted'), look: closed }] : []),
  ];
}

/** The confinement of device processes or system calls, and the filters for exits. */
function guards({ writer: { say }, theme, facts }: Sketch, row: HostRow): Chip[] {
  if (row.platform === 'native') return [];
  const shared = row.platform === 'container';
  const confined = shared ? row.seccomp : row.sandbox;
  const words = shared
    ? [say('ui.map.seccomp'), say('ui.map.noSeccomp')]
    : [say('ui.map.sandbox'), say('ui.map.noSandbox')];
  const open: PillLook = { ink: theme.warn, fill: null, line: theme.warn, round: false };
  const guard: Chip = {
    text: words[confined ? 0 : 1] ?? '',
    look: confined || !asks(facts.view, 'not-confined') ? chipLook(theme, confined) : open,
  };
  if (shared) return [guard];
  const filters = row.filters.map(
    ({ trap, action }): Chip => ({
      text: say('ui.map.filter', {
        device: say(`names.traps.${trap}`),
        action: say(`names.filters.${action}`),
      }),
      look: { ink: theme.good, fill: null, line: theme.good, round: false },
    }),
  );
  const none: Chip = { text: say('ui.map.noFilters'), look: chipLook(theme, false) };
  return [guard, ...(filters.length > 0 ? filters : [none])];
}

/** How many frames there are, are free, and still hold someone's data. */
function tally(
  { theme, writer, look }: Sketch,
  { host, lot }: Site,
  y: number,
  from: number,
  end: number,
): Piece[] {
  const { frames, row } = host;
  const type = pillType(lot.section.scale);
  const free = frames.filter(({ owner }) => owner === 0).length;
  const residue = frames.filter((frame) => frame.residue !== 0).length;
  const counts = { count: frames.length, free, residue };
  const text = [
    ...(residue > 0 ? [writer.say('ui.map.tallyResidue', counts)] : []),
    ...(residue > 0 ? [writer.say('ui.map.tallyResidueShort', counts)] : []),
    writer.say('ui.map.tally', counts),
    writer.say('ui.map.tallyShort', counts),
  ].find((one) => writer.setter.width(one, type) <= end - from);
  if (text === undefined) return [];
  const style = { type, colour: residue > 0 ? theme.soft : theme.faint };
  const at = {
    id: `host/${row.id}/features/tally`,
    x: end,
    y,
    align: 'right' as const,
    lit: look.lights.features,
  };
  return [label(writer, text, style, at)];
}

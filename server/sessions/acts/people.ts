import { NOTICE_SECONDS } from '../../../shared/protocol/limits.ts';
import { refuseWire } from '../../../shared/protocol/refusal.ts';
import type { Word } from '../../../shared/protocol/server.ts';
import { sessionRoom, teamRoom } from '../../rooms.ts';
import { connectionOf, isHeld, isIn, isLookingOn, seatOf } from '../session.ts';
import { openTeams, settleRoles, teamOf } from '../teams.ts';
import { type ActRules, ALWAYS, BETWEEN } from './act.ts';

const unknownSeat = () => refuseWire('session.seat-unknown');

/** Acts about the people in a session. */
export const peopleActs: Pick<
  ActRules,
  | 'message'
  | 'move'
  | 'rename'
  | 'remove'
  | 'clear-dropped'
  | 'approve'
  | 'roles'
  | 'watch'
  | 'share-out'
> = {
  message: {
    phases: ALWAYS,
    run: ({ context }, session, { to, text }) => {
      const word: Word = { kind: 'notice', text };
      if (to === 'all') {
        context.outlet.emit(sessionRoom(session.id), 'team:word', word);
        session.notice = { text, until: context.clock.now() + 1000 * NOTICE_SECONDS };
      } else if ('team' in to) {
        if (!teamOf(session, to.team)) return refuseWire('session.no-team');
        context.outlet.emit(teamRoom(session.id, to.team), 'team:word', word);
      } else {
        const line = connectionOf(seatOf(session, to.seat));
        if (line === null) return unknownSeat();
        line.send('team:word', word);
      }
      return null;
    },
  },
  move: {
    phases: ALWAYS,
    run: async ({ seating, writer }, session, { seat: id, team }) => {
      const seat = seatOf(session, id);
      if (!seat || !(isIn(seat) || isLookingOn(seat))) return unknownSeat();
      if (!openTeams(session).some(({ id: open }) => open === team)) {
        return refuseWire('session.no-team');
      }
      const moves = seat.team !== team;
      if (moves && isLookingOn(seat)) seating.lookOn(session, seat, team);
      else if (moves) seating.move(session, seat, team);
      try {
        await writer.seats(session);
      } finally {
        const line = connectionOf(seat);
        if (moves && line) seating.follow(session, seat, line, -1);
      }
      return null;
    },
  },
  rename: {
    phases: ALWAYS,
    run: async ({ admission, writer }, session, { seat: id, nickname }) => {
      const seat = seatOf(session, id);
      if (!seat || !isHeld(seat)) return unknownSeat();
      const refusal = admission.refusalOfName(session, nickname, seat);
      if (refusal) return refusal;
      seat.nickname = nickname;
      await writer.seats(session, [seat]);
      return null;
    },
  },
  remove: {
    phases: ALWAYS,
    run: async ({ admission, writer }, session, { seat: id }) => {
      const seat = seatOf(session, id);
      if (!seat || !isHeld(seat)) return unknownSeat();
      admission.giveUp(session, seat, 'removed');
      await writer.seats(session, [seat]);
      return null;
    },
  },
  'clear-dropped': {
    phases: ALWAYS,
    run: async ({ admission, writer }, session) => {
      const gone = session.seats.filter((seat) => isIn(seat) && connectionOf(seat) === null);
      for (const seat of gone) admission.giveUp(session, seat, 'left');
      await writer.seats(session, gone);
      return null;
    },
  },
  approve: {
    phases: ALWAYS,
    run: async ({ admission, seating, writer }, session, { seat: id, yes }) => {
      const seat = seatOf(session, id);
      const isBack = seat?.standing === 'removed' && yes;
      if (!seat || !(isBack || seat.standing === 'waiting')) return unknownSeat();
      // Somebody may have taken the name of who was removed.
      const refusal = isBack ? admission.refusalOfName(session, seat.nickname, seat) : null;
      if (refusal) return refusal;
      if (yes) {
        seat.standing = 'held';
        seating.bringIn(session, seat);
        const line = connectionOf(seat);
        if (line) seating.follow(session, seat, line, -1);
      } else admission.giveUp(session, seat, 'removed');
      await writer.seats(session, [seat]);
      return null;
    },
  },
  roles: {
    phases: ALWAYS,
    run: async ({ seating, writer }, session, { seat: id, roles }) => {
      const seat = seatOf(session, id);
      if (!seat || !isIn(seat)) return unknownSeat();
      seat.chosen = roles;
      settleRoles(session, seat.team);
      seating.tellRoles(session, seat.team);
      await writer.seats(session);
      return null;
    },
  },
  watch: {
    phases: ALWAYS,
    run: async ({ seating, writer }, session, { seat: id, on }) => {
      const seat = seatOf(session, id);
      if (!seat || !(on ? isIn(seat) : isLookingOn(seat))) return unknownSeat();
      if (on) seating.lookOn(session, seat);
      else seating.joinIn(session, seat);
      try {
        await writer.seats(session);
      } finally {
        const line = connectionOf(seat);
        if (line) seating.follow(session, seat, line, -1);
      }
      return null;
    },
  },
  'share-out': {
    phases: BETWEEN,
    run: async ({ seating, writer }, session) => {
      seating.shareOut(session);
      await writer.seats(session);
      return null;
    },
  },
};

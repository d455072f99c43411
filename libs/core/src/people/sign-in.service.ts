import { CONFIG } from '#core/config';
import { Problem } from '#core/problem';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Db, SYSTEM } from '#platform/db';
import { Inject, Injectable } from '@nestjs/common';
import { hash as argon2, verify } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';
import { type Absent, type Actor, actorOf } from './actor.js';
import { standsInForSql } from './leave-sql.js';
import { Person } from './person.entity.js';
import { Session } from './session.entity.js';

export interface SignedIn {
  sessionId: string;
  csrfToken: string;
  actor: Actor;
}

type Holder = Omit<Person, 'id'> & { personId: string; csrfToken: string; standsInFor: Absent[] };

const lockMinutes = 15;

/** How long another process may still honour a session that ended here; this process forgets it at once. */
const cacheMs = 2_000;
const cacheSize = 10_000;

/** Argon2id with the parameters that OWASP recommends (19 MiB, two passes). */
export const hashPassword = (password: string): Promise<string> =>
  argon2(password, { memoryCost: 19_456, timeCost: 2 });

/** Verified when nobody has the address, so that an unknown address takes as long as a wrong password. */
const nobody = hashPassword(randomBytes(16).toString('hex'));

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

@Injectable()
export class SignInService {
  private readonly cache = new Map<string, { signedIn: SignedIn; until: number }>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Opens a session and returns its token, which only the browser keeps.
   * @throws sign_in_failed, the same for an unknown address, a wrong password and a disabled person; locked_out
   */
  async signIn(email: string, password: string): Promise<{ token: string; signedIn: SignedIn }> {
    const now = this.clock.now();
    const person = await this.db.withActor(SYSTEM, (tx) =>
      tx.manager.findOneBy(Person, { email: email.trim().toLowerCase() }),
    );
    if (person?.lockedUntil && person.lockedUntil > now) {
      const minutes = Math.ceil((person.lockedUntil.getTime() - now.getTime()) / 60_000);
      throw new Problem('locked_out', { minutes });
    }
    const right = await verify(person?.passwordHash ?? (await nobody), password);
    if (!person || !right || person.disabledAt) {
      if (person && !right) await this.countFailure(person.id, now);
      throw new Problem('sign_in_failed');
    }
    const token = randomBytes(32).toString('base64url');
    const session: Session = {
      id: hashToken(token),
      personId: person.id,
      csrfToken: randomBytes(24).toString('base64url'),
      createdAt: now,
      expiresAt: new Date(now.getTime() + this.config.SESSION_HOURS * 3_600_000),
    };
    await this.db.withActor(SYSTEM, async (tx) => {
      // Asked again: of many guesses made at once, those that come in after the account was locked count for nothing.
      const open = await tx.query(
        `update person set failed_sign_ins = 0, locked_until = null
         where id = $1 and (locked_until is null or locked_until <= $2) returning id`,
        [person.id, now],
      );
      if (open.length === 0) throw new Problem('locked_out', { minutes: lockMinutes });
      await tx.manager.insert(Session, session);
    });
    const signedIn = await this.signedIn(token);
    // Disabled since the password was right.
    if (!signedIn) throw new Problem('sign_in_failed');
    return { token, signedIn };
  }

  /** Who holds this token; null for a token that is broken, unknown, expired, or whose person is disabled. */
  async signedIn(token: string): Promise<SignedIn | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    const id = hashToken(token);
    const known = this.cache.get(id);
    if (known && known.until > Date.now()) return known.signedIn;
    const row = await this.db.readOne<Holder>(
      SYSTEM,
      `select s.csrf_token as "csrfToken", p.id as "personId", p.organisation_id as "organisationId",
         p.party_id as "partyId", p.roles, p.language, ${standsInForSql('p.id', '$3::date')} as "standsInFor"
       from session s join person p on p.id = s.person_id
       where s.id = $1 and s.expires_at > $2 and p.disabled_at is null`,
      [id, this.clock.now(), this.clock.today()],
    );
    if (!row) {
      this.cache.delete(id);
      return null;
    }
    const signedIn = {
      sessionId: id,
      csrfToken: row.csrfToken,
      actor: actorOf({ ...row, id: row.personId }, row.standsInFor),
    };
    if (this.cache.size >= cacheSize) this.cache.clear();
    this.cache.set(id, { signedIn, until: Date.now() + cacheMs });
    return signedIn;
  }

  async signOut({ sessionId }: SignedIn): Promise<void> {
    this.cache.delete(sessionId);
    await this.db.withActor(SYSTEM, (tx) => tx.manager.delete(Session, sessionId));
  }

  /** After a change of language or role the next request must not meet the old actor. */
  forget({ sessionId }: SignedIn): void {
    this.cache.delete(sessionId);
  }

  async sweepExpired(): Promise<number> {
    const rows = await this.db.withActor(SYSTEM, (tx) =>
      tx.query('delete from session where expires_at < $1 returning id', [this.clock.now()]),
    );
    return rows.length;
  }

  private async countFailure(personId: string, now: Date): Promise<void> {
    const until = new Date(now.getTime() + lockMinutes * 60_000);
    await this.db.withActor(SYSTEM, (tx) =>
      tx.query(
        `update person set
           failed_sign_ins = case when failed_sign_ins + 1 >= $2 then 0 else failed_sign_ins + 1 end,
           locked_until = case when failed_sign_ins + 1 >= $2 then $3::timestamptz end
         where id = $1 and (locked_until is null or locked_until <= $4)`,
        [personId, this.config.SIGN_IN_ATTEMPTS, until, now],
      ),
    );
  }
}

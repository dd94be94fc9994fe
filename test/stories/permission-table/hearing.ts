import type { GraphQLSchema } from 'graphql';
import type { Answer } from '../../builders/graph-client.js';
import { askTogether, isMutation, type Call, type Said } from './call.js';
import { HOLDERS, type Holder, type Persona, type Reach } from './personas.js';
import type { Row, Rows } from './row.js';
import { cellOf, isAllowedBy, type Cells } from './table.js';
import type { World } from './world.js';

/** Codes by which the server says no for reasons of permission; what is not visible does not exist. */
const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'];

/** What is known of a row: who was allowed, or why that cannot be said, and what nobody has used up yet. */
interface Heard {
  args: object | null;
  allowed: Map<Persona, boolean | Error>;
}

/**
 * Lets everybody make every call, each with a session of their own. What changes nothing is asked together, many calls
 * of one person in one document: queries, and mutations that the committed table expects to be refused.
 */
export class Hearing {
  private readonly heard = new Map<string, Heard>();

  /** @param expected Without a row nothing is expected, and its mutation is made alone. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly world: World,
    private readonly personas: readonly Persona[],
    private readonly expected: ReadonlyMap<string, Cells>,
  ) {}

  /** Asks together what can be. */
  async hear(rows: Rows): Promise<void> {
    const together = Object.entries(rows).filter(([, row]) => !row.isAlone);
    for (const [name, row] of together) {
      const args = row.isPersonal ? null : await this.argumentsOf(row, null);
      this.heard.set(name, { args, allowed: new Map() });
    }
    const [queries, mutations] = [false, true].map((isWriting) =>
      together.filter(([name]) => isMutation(this.schema, name) === isWriting),
    );
    for (const persona of this.personas) {
      await this.ask(persona, queries!);
      await this.ask(persona, mutations!, (name) => !this.isRefused(name, persona));
    }
  }

  /** Who may make the call of a row; what was not asked together is now. */
  async cellsOf(name: string, row: Row): Promise<Cells> {
    const answers = new Map<Holder, Map<Reach, boolean>>(HOLDERS.map((holder) => [holder, new Map()]));
    const heard = this.heard.get(name) ?? { args: null, allowed: new Map() };
    this.heard.set(name, heard);
    for (const persona of this.personas) {
      if (!heard.allowed.has(persona)) await this.ask(persona, [[name, row]]);
      const allowed = heard.allowed.get(persona)!;
      if (allowed instanceof Error) throw allowed;
      answers.get(persona.holder)!.set(persona.reach, allowed);
    }
    return Object.fromEntries([...answers].map(([holder, allowed]) => [holder, cellOf(allowed)])) as Cells;
  }

  private async ask(
    persona: Persona,
    rows: readonly [string, Row][],
    isLeftOut: (name: string) => boolean = () => false,
  ): Promise<void> {
    const calls = new Map<Call, string>();
    for (const [name, row] of rows) {
      const heard = this.heard.get(name)!;
      const args = (heard.args ??= await this.argumentsOf(row, persona.person));
      if (row.isPersonal) heard.args = null;
      calls.set({ operation: name.split('.')[0]!, args, selection: row.selection }, name);
    }
    const cookie = persona.person && (persona.cookie ??= await this.world.given.session(persona.person));
    const client = this.world.api.as({ cookie });
    const said = await askTogether(this.schema, client, [...calls.keys()], (call) => isLeftOut(calls.get(call)!));
    const byName = new Map(rows);
    for (const [call, answer] of said) {
      const name = calls.get(call)!;
      const heard = this.heard.get(name)!;
      const allowed = this.judge(name, byName.get(name)!, persona, answer);
      heard.allowed.set(persona, allowed);
      if (allowed !== true || !isMutation(this.schema, name)) continue;
      // What was done has used up its arguments, and may have ended the session.
      heard.args = null;
      persona.cookie = null;
    }
  }

  /** @returns An error when the call failed for another reason than permission: the row's arguments are no good. */
  private judge(name: string, row: Row, persona: Persona, { answer, errors }: Said): boolean | Error {
    const codes = errors.map(({ code }) => code);
    if (codes.length > 0) {
      if (codes.every((code) => REFUSALS.includes(code))) return false;
      if (codes.every((code) => row.beyondPermission?.includes(code))) return true;
      const why = JSON.stringify(errors);
      const who = `${name} by ${persona.holder} (${persona.reach})`;
      return new Error(`${who} failed for another reason than permission: ${why}`);
    }
    if (isMutation(this.schema, name)) return true;
    return row.shows ? row.shows(answer, this.world) : isShown(answer);
  }

  private isRefused(name: string, { holder, reach }: Persona): boolean {
    const cells = this.expected.get(name);
    return cells !== undefined && !isAllowedBy(cells[holder], reach);
  }

  private async argumentsOf(row: Row, asking: Persona['person']): Promise<object> {
    return (await row.arguments?.(this.world, asking)) ?? {};
  }
}

function isShown(answer: Answer): boolean {
  if (answer == null) return false;
  const list = Array.isArray(answer) ? answer : answer.edges;
  return list === undefined || list.length > 0;
}

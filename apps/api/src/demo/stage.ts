import type { Viewer } from '@accord/domain';
import { Viewers } from '../people/viewers.js';
import type { Act } from '../platform/act/act.js';
import type { SettableClock } from '../platform/clock.js';
import { agreementsBy } from './builders/agreements.js';
import { catalogBy } from './builders/catalog.js';
import { enterpriseBy } from './builders/enterprise.js';
import type { Hands, UseCases } from './builders/hands.js';
import { measurementsBy } from './builders/measurements.js';
import { orderingBy } from './builders/orders.js';
import type { PersonKey } from './content/people.js';
import type { Months } from './months.js';
import { NETHERLANDS } from './content/holidays.js';
import type { Random } from './random.js';

type Noun =
  | 'person'
  | 'unit'
  | 'team'
  | 'provider'
  | 'calendar'
  | 'service'
  | 'agreement'
  | 'plan'
  | 'commitment'
  | 'action'
  | 'order';

/** Where the demo plays: its people, its time, its chance, and what has been made so far. */
export class Stage {
  private readonly ids = new Map<string, string>();
  private readonly viewers = new Map<PersonKey, Viewer>();

  constructor(
    readonly get: UseCases,
    readonly clock: SettableClock,
    readonly months: Months,
    readonly random: Random,
  ) {}

  /** What the person may do now; asked again only after `rolesChanged`. */
  async act(key: PersonKey): Promise<Act> {
    const at = this.clock.now();
    let viewer = this.viewers.get(key);
    if (!viewer) {
      viewer = (await this.get(Viewers).ofPerson(this.id('person', key), at))!;
      this.viewers.set(key, viewer);
    }
    return { viewer, at };
  }

  rolesChanged(): void {
    this.viewers.clear();
  }

  enterpriseOf(administrator: PersonKey) {
    return enterpriseBy(this.hands(administrator, administrator));
  }

  /** Somebody of the BT office looks at what the author wants to offer. */
  catalogOf(author: PersonKey) {
    return catalogBy(this.hands(author, author === 'nils' ? 'ruth' : 'nils'));
  }

  agreementsOf(proposer: PersonKey, decider: PersonKey) {
    return agreementsBy(this.hands(proposer, decider));
  }

  measurementsOf(proposer: PersonKey, decider: PersonKey = proposer) {
    return measurementsBy(this.hands(proposer, decider));
  }

  orderingOf(office: PersonKey) {
    return orderingBy(this.hands(office, office));
  }

  /** @param name Its slug; a commitment's is `service/commitment`, a plan's `service/plan`; of an action what it is. */
  made(noun: Noun, name: string, { id }: { id: string }): void {
    this.ids.set(`${noun} ${name}`, id);
  }

  id(noun: Noun, name: string): string {
    const id = this.ids.get(`${noun} ${name}`);
    if (!id) throw new Error(`The demo has no ${noun} "${name}" yet.`);
    return id;
  }

  /** The nth working day of a month in the Netherlands. */
  workingDay(month: number, nth: number): string {
    const holidays = NETHERLANDS(Number(this.months.period(month).slice(0, 4)));
    return this.months.workingDay(month, nth, (day) => holidays.includes(day));
  }

  /** The nth working day before the present, counted from 1. */
  workingDayBefore(nth: number): string {
    return this.months.workingDayBefore(nth, (day) => NETHERLANDS(Number(day.slice(0, 4))).includes(day));
  }

  private hands(proposer: PersonKey, decider: PersonKey): Hands {
    return { get: this.get, proposer: () => this.act(proposer), decider: () => this.act(decider) };
  }
}

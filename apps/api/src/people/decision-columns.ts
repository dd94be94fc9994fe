import { Column, ForeignKey } from 'typeorm';

/** Of a row about which a second person decides: who did, when, and why where they said no. */
export function decisionColumns(table: string) {
  abstract class DecisionColumns {
    @Column('uuid', { nullable: true })
    @ForeignKey('person', { name: `${table}_decided_by_fkey` })
    decidedById!: string | null;

    @Column('timestamptz', { nullable: true })
    decidedAt!: Date | null;

    /** Why it was refused or taken back. */
    @Column('text', { nullable: true })
    reason!: string | null;

    /** The only administrator decided about their own proposal. */
    @Column('boolean', { default: false })
    bootstrap!: boolean;
  }
  return DecisionColumns;
}

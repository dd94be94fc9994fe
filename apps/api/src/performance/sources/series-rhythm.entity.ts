import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The usual distance of the measurements of a series lately, where they have one. */
@Entity('series_rhythm')
@Check('series_rhythm_check', `"rhythm_ms" > 0`)
export class SeriesRhythmEntity {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'series_rhythm_pkey' })
  @ForeignKey('series', { name: 'series_rhythm_series_fkey' })
  seriesId!: number;

  @Column('bigint')
  rhythmMs!: string;
}

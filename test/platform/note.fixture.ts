import { DomainError } from '@accord/domain';
import { CurrentAct } from '@accord/api/platform/act/current-act.decorator.js';
import type { Act } from '@accord/api/platform/act/act.js';
import { Public } from '@accord/api/platform/act/public.decorator.js';
import { VIEWER_RESOLVER, type ViewerResolver } from '@accord/api/platform/act/viewer-resolver.js';
import { Audit } from '@accord/api/platform/audit/audit.js';
import { AuditEntryEntity } from '@accord/api/platform/audit/audit-entry.entity.js';
import { Database } from '@accord/api/platform/database/database.js';
import { toPayload } from '@accord/api/platform/errors/to-payload.js';
import { UserError } from '@accord/api/platform/errors/user-error.type.js';
import { CurrentLoaders, Loaders, defineLoader } from '@accord/api/platform/graphql/loaders.js';
import { groupedBy } from '@accord/api/platform/graphql/in-order-of.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';
import { Controller, Get, Injectable, Module, type DynamicModule } from '@nestjs/common';
import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Matches, MaxLength } from 'class-validator';

import { In } from 'typeorm';

/** The smallest noun there can be, to show that the platform carries one: notes that live in the audit only. */
@ObjectType()
class Note {
  @Field(() => ID)
  id!: string;

  @Field()
  text!: string;

  @Field(() => Date)
  writtenAt!: Date;
}

@InputType()
class WriteNoteInput {
  @Field()
  @MaxLength(20)
  @Matches(/\S/, { message: 'a note must say something' })
  text!: string;
}

@ObjectType()
class WriteNotePayload {
  @Field(() => Note, { nullable: true })
  note?: Note | null;

  @Field()
  written!: boolean;

  @Field(() => [UserError])
  errors!: UserError[];
}

@Injectable()
class Notes {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  write(act: Act, text: string): Promise<Note> {
    return this.database.transaction(async (tx) => {
      const note = { id: uuidv7(act.at), text, writtenAt: act.at };
      await this.audit.record(tx, act, 'note.written', { type: 'note', id: note.id }, null, {
        ...note,
        accessToken: 'x',
      });
      if (text === 'taken') throw new DomainError('NOTE_TAKEN', 'There is such a note already.', ['text']);
      if (text === 'crash') throw new Error('the secret reason of a crash');
      return note;
    });
  }
}

const entriesOfNote = defineLoader<string, AuditEntryEntity[]>(async (ids, { manager }) =>
  groupedBy(ids, await manager.findBy(AuditEntryEntity, { subjectId: In(ids) }), (entry) => entry.subjectId),
);

@Resolver(() => Note)
class NoteResolver {
  constructor(
    private readonly notes: Notes,
    private readonly database: Database,
  ) {}

  @Query(() => [Note])
  async allNotes(@Args('text', { nullable: true }) text?: string): Promise<Note[]> {
    const rows = await this.database.read.findBy(AuditEntryEntity, { action: 'note.written' });
    return rows.map(({ after }) => after as Note).filter((note) => !text || note.text === text);
  }

  @Query(() => String)
  whoAmI(@CurrentAct() act: Act): string {
    return `${act.viewer.name} at ${act.at.toISOString()}`;
  }

  @Public()
  @Query(() => String)
  refuse(@Args('how') how: string): string {
    if (how === 'rule') throw new DomainError('NOT_NOW', 'Not now.', ['how']);
    throw new Error('the secret reason of a fault');
  }

  @Mutation(() => WriteNotePayload)
  async writeNote(@CurrentAct() act: Act, @Args('input') input: WriteNoteInput) {
    return { written: true, ...(await toPayload('note', () => this.notes.write(act, input.text))) };
  }

  @ResolveField(() => Int)
  async entries(@Parent() note: Note, @CurrentLoaders() loaders: Loaders): Promise<number> {
    return (await loaders.load(entriesOfNote, note.id)).length;
  }
}

@Controller('notes')
class NoteController {
  @Get('mine')
  mine(@CurrentAct() act: Act) {
    return { name: act.viewer.name };
  }
}

/** Whoever names themselves in a cookie is signed in. */
const cookieViewers: ViewerResolver = {
  async identify({ cookies }) {
    return { viewer: cookies.name ? { personId: uuidv7(), name: cookies.name, roles: [] } : null };
  },
  isOpen: () => true,
};

@Module({})
class NoteModule {}

export const noteModule: DynamicModule = {
  module: NoteModule,
  controllers: [NoteController],
  providers: [Notes, NoteResolver, { provide: VIEWER_RESOLVER, useValue: cookieViewers }],
};

export const ada = { cookie: 'name=Ada' };

import { Module } from '@nestjs/common';
import { LookRegularly } from './look-regularly.ts';
import { LookService } from './look.service.ts';
import { NotesController } from './notes/notes.controller.ts';
import { NotesService } from './notes/notes.service.ts';
import { NotesStore } from './notes/notes.store.ts';
import { SignalsController } from './read/signals.controller.ts';
import { SignalsService } from './read/signals.service.ts';
import { SignalsStore } from './read/signals.store.ts';
import { WatchStore } from './watch.store.ts';

/** `/v1/signals` and `/v1/notes`. */
@Module({ controllers: [SignalsController, NotesController], providers: [WatchStore, LookService, LookRegularly, SignalsStore, SignalsService, NotesStore, NotesService] })
export class SignalsModule {}

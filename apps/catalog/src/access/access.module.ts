import { Module } from '@nestjs/common';
import { UnitModule } from '../unit/unit.module.ts';
import { Grant } from './grant.ts';

@Module({ imports: [UnitModule], providers: [Grant], exports: [Grant, UnitModule] })
export class AccessModule {}

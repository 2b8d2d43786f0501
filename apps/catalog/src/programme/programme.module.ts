import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitModule } from '../unit/unit.module.ts';
import { EnsureTransactional } from './ensure-transactional.ts';
import { ProgrammeController } from './programme.controller.ts';
import { ProgrammeEntity } from './programme.entity.ts';
import { PutProgrammeHandler } from './put-programme.handler.ts';

@Module({
  imports: [UnitModule, TypeOrmModule.forFeature([ProgrammeEntity])],
  controllers: [ProgrammeController],
  providers: [PutProgrammeHandler, EnsureTransactional],
})
export class ProgrammeModule {}

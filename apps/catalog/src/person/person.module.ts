import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.ts';
import { PersonController } from './person.controller.ts';
import { PersonEntity } from './person.entity.ts';
import { PutPersonHandler } from './put-person.handler.ts';

@Module({
  imports: [AccessModule, TypeOrmModule.forFeature([PersonEntity])],
  controllers: [PersonController],
  providers: [PutPersonHandler],
})
export class PersonModule {}

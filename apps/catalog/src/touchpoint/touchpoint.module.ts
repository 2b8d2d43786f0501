import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitModule } from '../unit/unit.module.ts';
import { PutTouchpointHandler } from './put-touchpoint.handler.ts';
import { TouchpointController } from './touchpoint.controller.ts';
import { TouchpointEntity } from './touchpoint.entity.ts';

@Module({
  imports: [UnitModule, TypeOrmModule.forFeature([TouchpointEntity])],
  controllers: [TouchpointController],
  providers: [PutTouchpointHandler],
})
export class TouchpointModule {}

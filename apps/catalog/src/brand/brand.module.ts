import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitModule } from '../unit/unit.module.ts';
import { BrandController } from './brand.controller.ts';
import { BrandEntity } from './brand.entity.ts';
import { PutBrandHandler } from './put-brand.handler.ts';

@Module({
  imports: [UnitModule, TypeOrmModule.forFeature([BrandEntity])],
  controllers: [BrandController],
  providers: [PutBrandHandler],
})
export class BrandModule {}

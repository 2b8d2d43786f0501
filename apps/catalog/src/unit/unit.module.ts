import { Module } from '@nestjs/common';
import { CatalogueWriter } from '../publication/catalogue-writer.ts';
import { CloseUnitController } from './close-unit/controller.ts';
import { CloseUnitHandler } from './close-unit/handler.ts';
import { PutUnitController } from './put-unit/controller.ts';
import { PutUnitHandler } from './put-unit/handler.ts';
import { ReadUnitsController } from './read-units/controller.ts';
import { UnitRepository } from './unit.repository.ts';
import { Visibility } from './visibility.ts';

@Module({
  controllers: [PutUnitController, CloseUnitController, ReadUnitsController],
  providers: [CatalogueWriter, UnitRepository, Visibility, PutUnitHandler, CloseUnitHandler],
  exports: [CatalogueWriter, UnitRepository, Visibility],
})
export class UnitModule {}

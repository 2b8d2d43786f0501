/** The peer of the scoring benchmark: Nest's stock Kafka transport (`eachMessage`) with a TypeORM save per event. */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswerController } from './answer.controller.ts';
import { CellEntity } from './cell.entity.ts';

@Module({
  imports: [TypeOrmModule.forRoot({ type: 'postgres', url: process.env['BENCH_DATABASE_URL']!, entities: [CellEntity], synchronize: true })],
  controllers: [AnswerController],
})
class StockModule {}

const app = await NestFactory.createMicroservice<MicroserviceOptions>(StockModule, {
  transport: Transport.KAFKA,
  options: {
    client: { clientId: 'stock', brokers: process.env['BENCH_BROKERS']!.split(',') },
    consumer: { groupId: `stock-${process.pid}` },
    subscribe: { fromBeginning: true },
  },
  logger: ['error', 'warn'],
});
await app.listen();

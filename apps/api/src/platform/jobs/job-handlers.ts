import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { JOB, type JobHandler, type JobOptions } from './job.decorator.js';

export interface JobWorker extends JobOptions {
  queue: string;
  handle: JobHandler;
}

/** Every method that is marked with `@Job`, by its queue. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private readonly workers = new Map<string, JobWorker>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const method = (instance as Record<string, JobHandler>)[name]!;
        const options = this.reflector.get<(JobOptions & { queue: string }) | undefined>(JOB, method);
        if (options) this.add({ ...options, handle: method.bind(instance) });
      }
    }
  }

  get periodic(): JobWorker[] {
    return [...this.workers.values()].filter(({ everyMinutes }) => everyMinutes !== undefined);
  }

  /** @throws {Error} When nobody works on the queue. */
  of(queue: string): JobWorker {
    const worker = this.workers.get(queue);
    if (!worker) throw new Error(`Nothing is marked with @Job('${queue}').`);
    return worker;
  }

  private add(worker: JobWorker): void {
    if (this.workers.has(worker.queue)) throw new Error(`@Job('${worker.queue}') stands on two methods.`);
    this.workers.set(worker.queue, worker);
  }
}

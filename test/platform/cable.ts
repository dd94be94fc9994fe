import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A network between two programs: what comes to `port` goes on to where it leads, until somebody cuts it. */
export class Cable {
  private readonly ends = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    private target: number,
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async lay(target: number): Promise<Cable> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Cable(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Breaks every connection, and refuses new ones until it is mended. */
  cut(): void {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
  }

  /** @param target Where it leads from now on, if not to where it did. */
  mend(target = this.target): void {
    this.target = target;
    this.isCut = false;
  }

  async remove(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.isCut) return void near.destroy();
    const far = connect(this.target, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(end);
      end.setNoDelay(true).on('error', () => {});
      end.on('close', () => (this.ends.delete(end), other.destroy()));
      end.pipe(other);
    }
  }
}

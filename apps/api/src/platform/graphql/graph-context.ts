import type { Request, Response } from 'express';
import type { PublicAct } from '../act/act.js';
import type { Loaders } from './loaders.js';

/** What every resolver of one request shares. */
export interface GraphContext {
  req: Request;
  res: Response;
  act: PublicAct;
  loaders: Loaders;
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TermsInForce } from '../../agreements/terms-in-force.js';
import { Evaluation } from './evaluation.js';

/** Terms that come into force, end, or hold in other hours are judged in the same transaction. */
@Injectable()
export class EvaluationListener implements OnModuleInit {
  constructor(
    private readonly terms: TermsInForce,
    private readonly evaluation: Evaluation,
  ) {}

  onModuleInit(): void {
    this.terms.listen((tx, touched, at) => this.evaluation.reevaluate(tx, touched, at));
  }
}

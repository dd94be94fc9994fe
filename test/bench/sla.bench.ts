import { benchCalendarYears } from './sla-calendar-years.js';
import { benchOpenTime } from './sla-open-time.js';
import { benchReplay } from './sla-replay.js';
import { benchSamples } from './sla-samples.js';

/** Operations a second of libs/sla, beside what others do on the same inputs. What keeps most in memory comes last. */
export async function bench(): Promise<void> {
  benchReplay();
  benchSamples();
  benchOpenTime();
  benchCalendarYears();
}

/** The modes of the app in the order of the rail, each with the panel at the right of the map. */
import {
  CalendarClock,
  Columns2,
  Crosshair,
  Database,
  Footprints,
  Hexagon,
  Layers2,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { Mode } from '../state/app-state.ts';
import { ComparePanel } from './compare/ComparePanel.tsx';
import { DataPanel } from './data/DataPanel.tsx';
import { EvaluatePanel } from './evaluate/EvaluatePanel.tsx';
import { HotspotsPanel } from './hotspots/HotspotsPanel.tsx';
import { KeyDatesPanel } from './key-dates/KeyDatesPanel.tsx';
import { PatrolPanel } from './patrol/PatrolPanel.tsx';
import { RiskPanel } from './risk/RiskPanel.tsx';

export interface PanelProps {
  /** Prints the ranked list. */
  readonly onPrint: (outside: boolean) => void;
}

interface ModeEntry {
  readonly mode: Mode;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly Panel: ComponentType<PanelProps>;
}

export const modes: readonly ModeEntry[] = [
  { mode: 'data', name: 'Data', icon: Database, Panel: DataPanel },
  { mode: 'hotspots', name: 'Hotspots', icon: Hexagon, Panel: HotspotsPanel },
  { mode: 'key-dates', name: 'Key dates', icon: CalendarClock, Panel: KeyDatesPanel },
  { mode: 'risk', name: 'Risk', icon: Layers2, Panel: RiskPanel },
  { mode: 'compare', name: 'Compare', icon: Columns2, Panel: ComparePanel },
  { mode: 'patrol', name: 'Patrol', icon: Footprints, Panel: PatrolPanel },
  { mode: 'evaluate', name: 'Evaluate', icon: Crosshair, Panel: EvaluatePanel },
];

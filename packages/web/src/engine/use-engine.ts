import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from './client.ts';
import type { EngineCall, EngineCalls, EngineRefusal } from './messages.ts';

interface Options {
  /** Keeps what was there while the next answer is worked out, so that moving the day does not flicker. */
  readonly keep?: boolean;
  readonly enabled?: boolean;
}

/** An answer of the engine. The compiled law does not change under a page, so that an answer stays good. */
export function useEngine<Call extends EngineCall>(
  call: Call,
  asks: EngineCalls[Call]['asks'],
  { keep = false, enabled = true }: Options = {},
): UseQueryResult<EngineCalls[Call]['gives'], EngineRefusal> {
  return useQuery<EngineCalls[Call]['gives'], EngineRefusal>({
    queryKey: [call, asks],
    queryFn: () => ask(call, asks),
    staleTime: Infinity,
    retry: false,
    networkMode: 'always',
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

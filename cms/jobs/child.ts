import { spawn } from 'node:child_process'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { childEnv, root } from '#cms/env.ts'

const keptOutput = 16_000

export type Child = {
  pid: number
  /** Resolves when the process has ended. `output` is the end of what it printed, without colours; `signal` what ended it. */
  done: Promise<{ isOk: boolean; output: string; signal: NodeJS.Signals | null }>
  stop: () => void
}

/** Runs one of our tools (a script under node_modules) as a child that ends with this process and gets no secret. */
export function runTool(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  onLine: (line: string) => void,
): Child {
  const guard = path.join(import.meta.dirname, 'end-with-parent.ts')
  const child = spawn(
    process.execPath,
    ['--import', guard, path.join(root, 'node_modules', script), ...args],
    {
      cwd: root,
      env: { ...childEnv(), ...env, BUILD_PARENT: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8')
    // A chunk may end within a line.
    let begun = ''
    const tell = (line: string) => line.trim() && onLine(line.trimEnd())
    stream?.on('data', (chunk: string) => {
      const text = stripVTControlCharacters(chunk)
      output = (output + text).slice(-keptOutput)
      const lines = (begun + text).split('\n')
      begun = lines.pop() ?? ''
      lines.forEach(tell)
    })
    stream?.on('end', () => tell(begun))
  }
  const done: Child['done'] = new Promise(resolve => {
    child.once('error', error =>
      resolve({ isOk: false, output: `${output}\n${error.message}`, signal: null }),
    )
    child.once('close', (code, signal) => resolve({ isOk: code === 0, output, signal }))
  })
  const tool: Child = { pid: child.pid ?? 0, done, stop: () => child.kill('SIGKILL') }
  running.add(tool)
  done.finally(() => running.delete(tool))
  return tool
}

const running = new Set<Child>()

/** Ends every tool that still runs, and resolves when all of them are gone. */
export async function stopTools(): Promise<void> {
  await Promise.all(
    [...running].map(tool => {
      tool.stop()
      return tool.done
    }),
  )
}

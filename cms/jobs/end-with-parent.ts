/**
 * Loaded into every build child by `--import`: the child ends when the server that started it is gone, even by `kill -9`.
 * Its own workers load it too, and have a parent that ends them. The channel alone does not keep a finished child alive.
 */
if (process.env.BUILD_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.exit(1))
  process.channel?.unref()
}

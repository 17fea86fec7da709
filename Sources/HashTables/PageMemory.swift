#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Zeroed memory for tables: small pieces from the heap, large ones from the system.
///
/// Large tables are looked up at random: in huge pages the processor finds the place of each look-up sooner, and
/// what is released goes back to the system at once, where the heap would keep it.
enum PageMemory {
  private static let large = 1 << 17

  static func zeroed<Element: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Element> {
    let size = count * MemoryLayout<Element>.stride
    #if canImport(Glibc)
      if size >= large {
        let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let mapped, mapped != MAP_FAILED else { preconditionFailure("out of memory: \(size) bytes") }
        madvise(mapped, size, MADV_HUGEPAGE)
        return mapped.bindMemory(to: Element.self, capacity: count)
      }
    #endif
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    memset(memory, 0, size)
    return memory.bindMemory(to: Element.self, capacity: count)
  }

  static func release<Element: BitwiseCopyable>(_ memory: UnsafeMutablePointer<Element>, _ count: Int) {
    #if canImport(Glibc)
      if count * MemoryLayout<Element>.stride >= large {
        munmap(memory, count * MemoryLayout<Element>.stride)
        return
      }
    #endif
    memory.deallocate()
  }

  /// Moves the first elements into zeroed memory of another size.
  static func moved<Element: BitwiseCopyable>(
    _ memory: UnsafeMutablePointer<Element>, _ count: Int, from room: Int, to wanted: Int
  ) -> UnsafeMutablePointer<Element> {
    let fresh: UnsafeMutablePointer<Element> = zeroed(wanted)
    fresh.update(from: memory, count: count)
    release(memory, room)
    return fresh
  }
}

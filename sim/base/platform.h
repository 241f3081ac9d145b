// What the standard library and Qt have no portable word for: durability habits of the file system, private
// files, the place for a user's data, half-closed sockets, signals. Only POSIX systems are served yet; a port
// to another system is this file's twin.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mailtown::platform {

// After a file was created in, renamed into or removed from `directory`: that survives a power cut
// (fsync(2)).
Result<bool> syncDirectory(const std::filesystem::path& directory);

// Writes the whole file or nothing (a new file renamed over the old one), readable by its owner alone (0600)
// from its first octet on, and on disk when it returns.
Result<bool> writePrivateFile(const std::filesystem::path& file, std::string_view content);
// Makes the directory and its parents; the last one is its owner's alone (0700) when it is new.
Result<bool> makePrivateDirectory(const std::filesystem::path& directory);

// Where this user's own Mailtown data lies: $XDG_DATA_HOME/mailtown, else ~/.local/share/mailtown.
std::filesystem::path userDataDirectory();

// Of a connected socket: the peer learns that nothing more will come, and may still send (shutdown(2)).
bool finishSending(std::intptr_t descriptor);

inline constexpr int standardInput = 0, standardOutput = 1;
// What can be read now from a descriptor that has something; at most 64 kB. None: its end, or an error.
std::optional<std::string> readSome(int descriptor);

// Whether a window has somewhere to appear (X11 or Wayland, or a Qt platform that was asked for).
bool hasDisplay();

// A pipe whose reader is gone makes write fail instead of ending the process.
void ignoreBrokenPipes();

// Takes over SIGINT and SIGTERM: returns a descriptor that becomes readable when one of them came (-1:
// refused). The next one, of either kind, ends the process at once, as it would have without us.
int terminationDescriptor();

} // namespace mailtown::platform

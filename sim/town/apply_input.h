// What enters a town from outside takes effect here.
#pragma once

#include "town/input.h"
#include "town/turn.h"

namespace mailtown {

void applyInput(Turn& turn, const Input& input);

// The changes of mailboxes (town/mailbox_changes.cpp). `home`: the mail program of the town that asked for
// it; invalid: a real one.
void change(Turn& turn, const input::StoreFlags& store, HostId home = {});
void change(Turn& turn, const input::Expunge& expunge);
void change(Turn& turn, const input::Append& append);
void change(Turn& turn, const input::CopyMessages& copy);
void change(Turn& turn, const input::ChangeMailbox& change);

} // namespace mailtown

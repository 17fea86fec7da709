import Foundation
import GRDB
import SystemCalls
import Testing
import TradeModel

@testable import Ledger


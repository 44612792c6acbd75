/** Litmus tests in herd's C format, as far as the Linux-kernel memory model speaks of it. */
parser grammar LitmusParser;

options { tokenVocab = LitmusLexer; }

test : TITLE initialState thread+ locations? filter? condition EOF ;

// the initial state

initialState : LBRACE (initialValue? SEMI)* initialValue? RBRACE ;

initialValue
    : type? threadPrefix? NAME (LBRACKET NUMBER RBRACKET)? (ASSIGN initializer)?
    ;

initializer
    : integer                              # integerInitializer
    | ATOMIC_INIT LPAR integer RPAR        # atomicInitializer
    | AND? NAME                            # addressInitializer
    | LBRACE integer (COMMA integer)* RBRACE  # arrayInitializer
    ;

threadPrefix : NUMBER COLON ;
integer : MINUS? NUMBER ;

type : QUALIFIER* baseType QUALIFIER* (STAR QUALIFIER*)* | QUALIFIER+ (STAR QUALIFIER*)* ;
baseType : STRUCT NAME | BASE_TYPE+ | NAME ;

// the threads

thread : BASE_TYPE? THREAD LPAR (parameter (COMMA parameter)*)? RPAR block ;
parameter : type NAME ;
block : LBRACE statement* RBRACE ;

statement
    : block                                              # nested
    | IF LPAR expression RPAR statement (ELSE statement)?   # branch
    | WHILE LPAR expression RPAR statement               # loop
    | type declarator (COMMA declarator)* SEMI           # declaration
    | NAME ASSIGN expression SEMI                        # assignment
    | STAR unary ASSIGN expression SEMI                  # plainStore
    | expression SEMI                                    # evaluation
    | SEMI                                               # nothing
    ;

declarator : STAR* NAME (ASSIGN expression)? ;

expression
    : unary                                              # operand
    | expression operator=(STAR | DIV) expression        # binary
    | expression operator=(PLUS | MINUS) expression      # binary
    | expression operator=(LT | GT | LE | GE) expression # binary
    | expression operator=(EQ | NE) expression           # binary
    | expression operator=AND expression                 # binary
    | expression operator=XOR expression                 # binary
    | expression operator=OR expression                  # binary
    | expression LOGICAL_AND expression                  # conjunctive
    | expression LOGICAL_OR expression                   # disjunctive
    ;

unary
    : integer                                            # constant
    | NAME LPAR (expression (COMMA expression)*)? RPAR   # call
    | NAME LBRACKET expression RBRACKET                  # element
    | NAME                                               # register
    | STAR unary                                         # dereference
    | AND unary                                          # addressOf
    | NOT unary                                          # negative
    | TILDE unary                                        # complement
    | MINUS unary                                        # minus
    | LPAR castType RPAR unary                           # cast
    | LPAR expression RPAR                               # parenthesized
    ;

// a name alone in parentheses is a register, not a type
castType
    : QUALIFIER* (STRUCT NAME | BASE_TYPE+) QUALIFIER* (STAR QUALIFIER*)*
    | QUALIFIER* NAME QUALIFIER* (STAR QUALIFIER*)+
    | QUALIFIER+ (STAR QUALIFIER*)*
    ;

// what is asked

locations : LOCATIONS LBRACKET (observable SEMI)* observable? RBRACKET ;
filter : FILTER proposition ;
condition : quantifier proposition SEMI? ;
quantifier : EXISTS | NOT_EXISTS | FORALL ;

proposition
    : LPAR proposition RPAR                              # group
    | (TILDE | NOT_WORD) proposition                     # negation
    | proposition CONJUNCTION proposition                # conjunction
    | proposition DISJUNCTION proposition                # disjunction
    | <assoc=right> proposition IMPLIES proposition      # implication
    | observable (ASSIGN | NE) expected                  # comparison
    | TRUE                                               # always
    ;

observable
    : threadPrefix NAME                                  # registerObservable
    | STAR? NAME (LBRACKET NUMBER RBRACKET)?             # locationObservable
    | LBRACKET NAME RBRACKET                             # locationObservable
    ;

expected
    : integer                                            # integerExpected
    | AND? NAME                                          # addressExpected
    | threadPrefix NAME                                  # registerExpected
    ;
